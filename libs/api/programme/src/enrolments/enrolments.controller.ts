import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import {
  enrolPerson,
  type InputOf,
  listEnrolmentChanges,
  listEnrolments,
  noteAttendance,
  noteCompletion,
  withdrawEnrolment,
} from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ChangeEnrolment } from './change-enrolment';
import { NotePresence } from './note-presence';
import { ReadEnrolments } from './read-enrolments';

/** Lists of people, attendance and completion. */
@Controller()
export class EnrolmentsController {
  constructor(
    private readonly enrolments: ReadEnrolments,
    private readonly changing: ChangeEnrolment,
    private readonly noting: NotePresence,
  ) {}

  @Door(listEnrolments)
  list(@Acting() actor: Actor, @Input() input: InputOf<typeof listEnrolments>) {
    return this.enrolments.execute(actor, input);
  }

  @Door(listEnrolmentChanges)
  changes(@Acting() actor: Actor, @Input() input: InputOf<typeof listEnrolmentChanges>) {
    return this.enrolments.changes(actor, input);
  }

  @Door(enrolPerson)
  enrol(@Acting() actor: Actor, @Input() input: InputOf<typeof enrolPerson>) {
    return this.changing.enrol(actor, input);
  }

  @Door(withdrawEnrolment)
  withdraw(@Acting() actor: Actor, @Input() { params }: InputOf<typeof withdrawEnrolment>) {
    return this.changing.withdraw(actor, params);
  }

  @Door(noteAttendance)
  attendance(@Acting() actor: Actor, @Input() { params, body }: InputOf<typeof noteAttendance>) {
    return this.noting.execute(actor, params, body);
  }

  @Door(noteCompletion)
  completion(@Acting() actor: Actor, @Input() { params, body }: InputOf<typeof noteCompletion>) {
    return this.noting.execute(actor, params, body);
  }
}
