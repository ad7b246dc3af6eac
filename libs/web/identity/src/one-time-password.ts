import { Clipboard } from '@angular/cdk/clipboard';
import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Button, DialogFrame, Icon } from '@qinglan/web-ui';

/** Shows a new password this once. */
@Component({
  selector: 'identity-one-time-password',
  imports: [Button, DialogFrame, Icon, TranslocoPipe],
  template: `
    <ui-dialog
      [heading]="'identity.accounts.oneTime' | transloco: { name: given.name }"
      [dismissal]="'identity.accounts.done' | transloco"
    >
      <p>{{ 'identity.accounts.oneTimeText' | transloco }}</p>
      <p class="password">
        <code dir="ltr">{{ given.password }}</code>
        <button uiButton type="button" (click)="copy()">
          <ui-icon [name]="isCopied() ? 'check' : 'copy'" />
          {{ (isCopied() ? 'identity.accounts.copied' : 'identity.accounts.copy') | transloco }}
        </button>
      </p>
    </ui-dialog>
  `,
  styles: `
    .password {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-3);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius);
      background: var(--surface-sunken);
    }
    code {
      font-size: 1.25rem;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OneTimePassword {
  protected readonly given = inject<{ readonly name: string; readonly password: string }>(DIALOG_DATA);
  private readonly clipboard = inject(Clipboard);
  protected readonly isCopied = signal(false);

  protected copy(): void {
    this.isCopied.set(this.clipboard.copy(this.given.password));
  }
}
