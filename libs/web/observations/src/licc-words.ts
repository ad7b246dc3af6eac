import { computed, inject, Injectable } from '@angular/core';
import { liccDimensionNames, liccDimensions, liccView, liccViews, type LiccName } from '@qinglan/domain';
import { Languages } from '@qinglan/web-platform';

/** Names the views of classroom observation in the language in view. */
@Injectable({ providedIn: 'root' })
export class LiccWords {
  private readonly languages = inject(Languages);

  /** The twenty views by their dimension. */
  readonly groups = computed(() =>
    liccDimensions.map((dimension) => ({
      dimension,
      name: this.name(liccDimensionNames[dimension]),
      views: liccViews
        .filter((view) => view.dimension === dimension)
        .map((view) => ({ code: view.code, name: this.name(view) })),
    })),
  );

  /** "教师教学 · 提问与对话"; a code nobody knows any more stays as it is. */
  full(code: string): string {
    const view = liccView(code);
    return view ? `${this.name(liccDimensionNames[view.dimension])} · ${this.name(view)}` : code;
  }

  private name({ zh, en }: LiccName): string {
    return this.languages.current() === 'en' ? en : zh;
  }
}
