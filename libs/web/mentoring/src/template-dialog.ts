import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoPipe } from '@jsverse/transloco';
import { saveTemplate, type listTemplates, type ReplyOf } from '@qinglan/contracts';
import { asId, type TemplateId } from '@qinglan/domain';
import { ApiClient, isProblem, Languages, ProblemText, uuid } from '@qinglan/web-platform';
import { Control, DialogFrame, Field, Notice } from '@qinglan/web-ui';
import { ObligationRows } from './obligation-rows';
import { templateDraftOf, templateFaultsOf, type TemplateDraft, type TemplateFaults } from './template-draft';

/** A template as it crosses the wire. */
export type Template = ReplyOf<typeof listTemplates>['items'][number];

/** Adds or changes a template; closes with it as it was saved. */
@Component({
  selector: 'mentoring-template-dialog',
  imports: [Control, DialogFrame, Field, FormsModule, Notice, ObligationRows, TranslocoPipe],
  templateUrl: './template-dialog.html',
  styles: `
    h3 {
      margin: 0 0 var(--space-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = inject<DialogRef<Template>>(DialogRef);
  private readonly languages = inject(Languages);
  private readonly problems = inject(ProblemText);
  protected readonly given = inject<Template | null>(DIALOG_DATA);

  private readonly templateId = this.given?.id ?? asId<TemplateId>(uuid());
  protected readonly draft = signal<TemplateDraft>(templateDraftOf(this.given));
  protected readonly isSaving = signal(false);
  protected readonly wasSent = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly codeTaken = signal(false);
  private readonly faults = computed<TemplateFaults>(() => (this.wasSent() ? templateFaultsOf(this.draft()) : {}));
  protected readonly codeFault = computed(() =>
    this.codeTaken() ? this.say('templates.taken') : this.words(this.faults().code, 'templates'),
  );
  protected readonly titleFault = computed(() => this.words(this.faults().title, 'templates'));
  protected readonly monthsFault = computed(() => this.words(this.faults().months, 'templates'));
  protected readonly rowsFault = computed(() => this.words(this.faults().obligations, 'editor'));

  protected set(change: Partial<TemplateDraft>): void {
    this.codeTaken.set(false);
    this.draft.update((was) => ({ ...was, ...change }));
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (Object.keys(templateFaultsOf(this.draft())).length > 0) return;
    this.isSaving.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.send());
    } catch (error) {
      if (isProblem(error, 'code-taken')) this.codeTaken.set(true);
      else this.problem.set(this.problems.of(error));
    } finally {
      this.isSaving.set(false);
    }
  }

  private send(): Promise<Template> {
    const { obligations, ...draft } = this.draft();
    const body = { ...draft, obligations: [...obligations] };
    const params = { templateId: this.templateId };
    return this.api.call(saveTemplate, { params, body, version: this.given?.version ?? 0 });
  }

  private words(fault: string | undefined, part: 'templates' | 'editor'): string | null {
    return fault ? this.say(`${part}.${fault}`) : null;
  }

  private say(key: string): string {
    return this.languages.say(`mentoring.${key}`);
  }
}
