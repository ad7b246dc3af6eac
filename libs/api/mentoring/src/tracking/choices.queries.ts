import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { choicesOf } from '../choices.sql';
import { type Asked, Question } from './question';

const terms = `,
    'terms', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'firstDay', first_day,
      'lastDay', last_day) ORDER BY first_day DESC, code), '[]') FROM term_span)`;

/** What the filters of the board offer. */
@Injectable()
export class ChoicesQueries {
  choices(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    return read.text(question.statement('choices', choicesOf(question.narrowed, terms)), question.values);
  }
}
