import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { listTemplates } from '@qinglan/contracts';
import { ApiClient, Languages, remote, SessionStore } from '@qinglan/web-platform';
import { Badge, Button, Dialogs, Icon, Nothing, Page, ProblemNotice, Toast, Waiting } from '@qinglan/web-ui';
import { ObligationWords } from './obligation-words';
import { TemplateDialog, type Template } from './template-dialog';

/** The kinds of agreement that are offered; administrators keep them, others may read. */
@Component({
  selector: 'mentoring-templates-page',
  imports: [Badge, Button, Icon, Nothing, Page, ProblemNotice, TranslocoPipe, Waiting],
  templateUrl: './templates.page.html',
  styleUrl: './templates.page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplatesPage {
  private readonly api = inject(ApiClient);
  private readonly dialogs = inject(Dialogs);
  private readonly languages = inject(Languages);
  private readonly sessions = inject(SessionStore);
  private readonly toast = inject(Toast);
  protected readonly words = inject(ObligationWords);

  protected readonly templates = remote(() => this.api.call(listTemplates));
  protected readonly mayKeep = computed(() => this.sessions.hasRole('administrator'));
  protected readonly items = computed(() =>
    (this.templates.value()?.items ?? []).map((template) => ({
      template,
      clauses: template.clauses.split('\n').filter((line) => line.trim() !== ''),
    })),
  );

  protected async open(template: Template | null): Promise<void> {
    const saved = await this.dialogs.open<Template, Template | null>(TemplateDialog, template, 'wide');
    if (saved) this.toast.say(this.languages.say('mentoring.templates.saved'));
    await this.templates.reload();
  }
}
