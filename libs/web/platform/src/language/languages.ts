import { Directionality, type Direction } from '@angular/cdk/bidi';
import { computed, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { Preferences, type LanguageCode } from '../preferences';

const tags = { zh: 'zh-CN', en: 'en', ug: 'ug' } as const satisfies Record<LanguageCode, string>;

/** What a message has placeholders for. */
export type MessageValues = Readonly<Record<string, string | number | null>>;

/** The languages, each named in itself. */
export const languageNames: readonly { readonly code: LanguageCode; readonly name: string }[] = [
  { code: 'zh', name: '简体中文' },
  { code: 'en', name: 'English' },
  { code: 'ug', name: 'ئۇيغۇرچە' },
];

/** Switches the language: messages first, then words and direction at once. */
@Injectable({ providedIn: 'root' })
export class Languages {
  private readonly transloco = inject(TranslocoService);
  private readonly preferences = inject(Preferences);
  private readonly directionality = inject(Directionality);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly features = new Set<string>();
  private readonly shown = signal<LanguageCode>(this.preferences.language());

  /** The language in view; it changes when its messages are there. */
  readonly current = this.shown.asReadonly();
  readonly tag = computed(() => tags[this.shown()]);
  readonly direction = computed<Direction>(() => (this.shown() === 'ug' ? 'rtl' : 'ltr'));

  constructor() {
    effect(() => {
      const wanted = this.preferences.language();
      untracked(() => void this.show(wanted));
    });
  }

  /** Loads the messages of a feature; its routes wait for it. */
  async need(feature: string): Promise<void> {
    this.features.add(feature);
    await this.load(`${feature}/${this.preferences.language()}`);
  }

  /** Loads the messages of the shell; the application waits for it. */
  start(): Promise<void> {
    return this.show(this.preferences.language());
  }

  /** A message in the language in view; a template that calls it follows the language. */
  say(key: string, values: MessageValues = {}): string {
    return this.transloco.translate(key, values, this.shown());
  }

  /** A list of messages, such as the names of the weekdays. */
  list(key: string): readonly string[] {
    const found: unknown = this.transloco.translateObject(key, {}, this.shown());
    return Array.isArray(found) ? found.map(String) : [];
  }

  private async show(wanted: LanguageCode): Promise<void> {
    await Promise.all([this.load(wanted), ...[...this.features].map((feature) => this.load(`${feature}/${wanted}`))]);
    if (wanted !== this.preferences.language()) return; // switched again meanwhile
    this.transloco.setActiveLang(wanted);
    this.shown.set(wanted);
    this.root.lang = tags[wanted];
    this.root.dir = this.direction();
    this.directionality.valueSignal.set(this.direction());
  }

  /** Without messages the page still works: it shows keys rather than nothing. */
  private async load(path: string): Promise<void> {
    await firstValueFrom(this.transloco.load(path)).catch(() => undefined);
  }
}
