import { Controller } from '@nestjs/common';
import { Acting, Door, Input } from '@qinglan/api-platform';
import { type InputOf, readRecord, signRecord } from '@qinglan/contracts';
import type { Actor } from '@qinglan/domain';
import { ReadRecord } from './read-record';
import { SignRecord } from './sign-record';

/** The record of a lesson. */
@Controller()
export class RecordController {
  constructor(
    private readonly readRecord: ReadRecord,
    private readonly signRecord: SignRecord,
  ) {}

  @Door(readRecord)
  read(@Acting() actor: Actor, @Input() { params }: InputOf<typeof readRecord>) {
    return this.readRecord.execute(actor, params.lessonId);
  }

  @Door(signRecord)
  sign(@Acting() actor: Actor, @Input() { params }: InputOf<typeof signRecord>) {
    return this.signRecord.execute(actor, params.lessonId);
  }
}
