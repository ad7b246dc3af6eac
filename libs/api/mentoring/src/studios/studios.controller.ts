import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  type InputOf,
  listStudioDiagnoses,
  listStudios,
  readLessonDiagnoses,
  readLineage,
  readStudio,
  readStudioPeople,
  saveDiagnosis,
  saveHonour,
  saveStudio,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ReadDiagnoses } from './read-diagnoses';
import { ReadStudios } from './read-studios';
import { SaveDiagnosis } from './save-diagnosis';
import { SaveHonour } from './save-honour';
import { SaveStudio } from './save-studio';

/** Studios, their people, honours and diagnoses. */
@Controller()
export class StudiosController {
  constructor(
    private readonly studios: ReadStudios,
    private readonly diagnoses: ReadDiagnoses,
    private readonly saving: SaveStudio,
    private readonly honouring: SaveHonour,
    private readonly diagnosing: SaveDiagnosis,
  ) {}

  @Door(listStudios)
  list(@Input() { query }: InputOf<typeof listStudios>) {
    return this.studios.page(query);
  }

  @Door(readStudio)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readStudio>) {
    return this.studios.one(actor, params.studioId);
  }

  @Door(readStudioPeople)
  people(@Acting() actor: Actor, @Input() input: InputOf<typeof readStudioPeople>) {
    return this.studios.members(actor, input);
  }

  @Door(readLineage)
  lineage(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readLineage>) {
    return this.studios.lineage(actor, params.studioId);
  }

  @Door(listStudioDiagnoses)
  ofStudio(@Acting() actor: Actor, @Input() input: InputOf<typeof listStudioDiagnoses>) {
    return this.diagnoses.ofStudio(actor, input);
  }

  @Door(readLessonDiagnoses)
  ofLesson(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readLessonDiagnoses>) {
    return this.diagnoses.ofLesson(actor, params.lessonId);
  }

  @Door(saveStudio)
  save(@Acting() actor: Actor, @Input() input: InputOf<typeof saveStudio>) {
    return this.saving.execute(actor, input);
  }

  @Door(saveHonour)
  saveHonour(@Acting() actor: Actor, @Input() input: InputOf<typeof saveHonour>) {
    return this.honouring.execute(actor, input);
  }

  @Door(saveDiagnosis)
  saveDiagnosis(@Acting() actor: Actor, @Input() input: InputOf<typeof saveDiagnosis>) {
    return this.diagnosing.execute(actor, input);
  }
}
