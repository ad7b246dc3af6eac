import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { TitleStrategy, type RouterStateSnapshot } from '@angular/router';
import { Languages } from './language/languages';

/** A route's `title` is a message key: "timetable.week.title" becomes "我的一周 · 青蓝". */
@Injectable()
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly languages = inject(Languages);
  private shown: RouterStateSnapshot | undefined;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.shown = snapshot;
    const key = this.buildTitle(snapshot);
    const product = this.languages.say('product');
    this.title.setTitle(key ? `${this.languages.say(key)} · ${product}` : product);
  }

  /** Writes the title again, in the language in view. */
  refresh(): void {
    if (this.shown) this.updateTitle(this.shown);
  }
}
