import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CertificateView } from '@qinglan/contracts';
import { beijingDate } from '@qinglan/web-platform';
import { ItemWords } from '../item-words';

/** One certificate as it is printed, an A4 page: Chinese first, English and Uyghur below, and the code to check it by. */
@Component({
  selector: 'programme-paper',
  imports: [TranslocoPipe],
  template: `
    @let one = certificate();
    <article lang="zh-CN" dir="ltr">
      <header>
        <h2>{{ 'programme.paper.title' | transloco }}</h2>
        <p lang="en">{{ 'programme.paper.titleEn' | transloco }}</p>
        <p lang="ug" dir="rtl">{{ 'programme.paper.titleUg' | transloco }}</p>
      </header>
      <p class="name">
        <bdi>{{ one.name }}</bdi>
      </p>
      <p class="text">
        {{ 'programme.paper.text' | transloco: { title: one.title, day: day() } }}
      </p>
      <p class="text second" lang="en">
        {{ 'programme.paper.textEn' | transloco: { title: one.title, day: one.day } }}
      </p>
      <footer>
        <div>
          <p>
            {{ 'programme.paper.code' | transloco }}
            <strong class="code" dir="ltr">{{ one.code }}</strong>
          </p>
          <p class="small">{{ 'programme.paper.check' | transloco: { address } }}</p>
          <p class="small" lang="en">{{ 'programme.paper.checkEn' | transloco: { address } }}</p>
        </div>
        <div class="issued">
          @if (one.host) {
            <p>
              <bdi>{{ one.host }}</bdi>
            </p>
          }
          <p>{{ issued() }}</p>
        </div>
      </footer>
      @if (one.revokedAt) {
        <p class="revoked" role="status">{{ 'programme.certificate.revoked' | transloco }}</p>
      }
    </article>
  `,
  styleUrl: './paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Paper {
  private readonly words = inject(ItemWords);

  readonly certificate = input.required<CertificateView>();

  protected readonly address = `${globalThis.location.origin}/verify`;
  protected readonly day = computed(() => this.paperDay(this.certificate().day));
  protected readonly issued = computed(() => this.paperDay(beijingDate(this.certificate().issuedAt)));

  /** On paper days are Chinese, whatever the language of the page that prints it. */
  private paperDay(text: string): string {
    const [year = '', month, day] = text.split('-').map(Number);
    const parts = [`${String(year)}年`, ...(month ? [`${String(month)}月`] : []), ...(day ? [`${String(day)}日`] : [])];
    return parts.join('') || this.words.day(text);
  }
}
