import { Injectable } from '@nestjs/common';
import type { Read } from '@qinglan/api-platform';
import { choiceFields, peopleOfPicked } from '../choices.sql';
import { type Asked, Question } from './question';

const choices = ({ narrowed }: Question): string => `
  WITH picked AS MATERIALIZED (SELECT p.mentor_id, p.mentee_id, p.studio_id FROM pairing p WHERE ${narrowed}),
  ${peopleOfPicked}
  SELECT json_build_object(${choiceFields},
    'terms', (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'firstDay', first_day,
      'lastDay', last_day) ORDER BY first_day DESC, code), '[]') FROM term_span))::text`;

/** What the filters of the board offer. */
@Injectable()
export class ChoicesQueries {
  choices(read: Read, asked: Asked): Promise<string | null> {
    const question = new Question(asked);
    return read.text(question.statement('choices', choices(question)), question.values);
  }
}
