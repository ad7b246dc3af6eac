import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { changePassword } from '@qinglan/contracts';
import { ApiClient, Languages, ProblemText } from '@qinglan/web-platform';
import { Button, Control, Field, Notice, Toast } from '@qinglan/web-ui';

const shortest = 10;

/** The old password, and the new one twice. */
@Component({
  selector: 'identity-password-form',
  imports: [Button, Control, Field, FormsModule, Notice, TranslocoPipe],
  templateUrl: './password-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordForm {
  private readonly api = inject(ApiClient);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  private readonly toast = inject(Toast);

  protected readonly current = signal('');
  protected readonly wanted = signal('');
  protected readonly repeated = signal('');
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<string | null>(null);

  protected readonly wantedFault = computed(() =>
    this.wanted() !== '' && this.wanted().length < shortest ? this.languages.say('identity.account.short') : null,
  );
  protected readonly repeatFault = computed(() =>
    this.repeated() !== '' && this.repeated() !== this.wanted()
      ? this.languages.say('identity.account.different')
      : null,
  );
  protected readonly isIncomplete = computed(
    () => this.current() === '' || this.wanted().length < shortest || this.wanted() !== this.repeated(),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isIncomplete() || this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      await this.api.call(changePassword, { body: { current: this.current(), wanted: this.wanted() } });
      for (const field of [this.current, this.wanted, this.repeated]) field.set('');
      this.toast.say(this.languages.say('identity.account.changed'));
    } catch (error) {
      this.refusal.set(this.problems.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
