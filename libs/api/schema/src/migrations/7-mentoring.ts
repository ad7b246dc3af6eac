import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A pairing from agreement to its end: states, obligations and their shares, what paid them, signatures, pauses. */
export class Mentoring1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE agreement_template (
  id uuid CONSTRAINT agreement_template_pk PRIMARY KEY,
  code text NOT NULL CONSTRAINT agreement_template_code_once UNIQUE,
  title text NOT NULL,
  -- What is agreed in words, a paragraph a line.
  clauses text NOT NULL DEFAULT '',
  -- [{owedBy, kind, number, per}]
  obligations jsonb NOT NULL DEFAULT '[]',
  months smallint NOT NULL CONSTRAINT agreement_template_months CHECK (months BETWEEN 1 AND 60),
  withdrawn_at timestamptz,
  version integer NOT NULL DEFAULT 1
);

ALTER TABLE pairing
  ADD COLUMN state text NOT NULL DEFAULT 'active' CONSTRAINT pairing_state_known CHECK (state IN (
    'nominated', 'consenting', 'agreed', 'active', 'paused', 'assessing',
    'completed', 'extended', 'handed-over', 'dissolved', 'lapsed')),
  -- 'read': every obligation of the words of the register is understood; 'asks': somebody has to say the rest;
  -- 'written': written here.
  ADD COLUMN agreement_state text NOT NULL DEFAULT 'asks'
    CONSTRAINT pairing_agreement_state_known CHECK (agreement_state IN ('read', 'asks', 'written')),
  -- The first day by which a sheet of the register knows it, where the agreement was given another.
  ADD COLUMN sheet_day date,
  ADD COLUMN template_id uuid CONSTRAINT pairing_template REFERENCES agreement_template (id),
  ADD COLUMN clauses text NOT NULL DEFAULT '',
  -- The pairing that this one carries on, at a distance or with another mentor.
  ADD COLUMN continues_id uuid CONSTRAINT pairing_continues REFERENCES pairing (id),
  ADD COLUMN at_distance boolean NOT NULL DEFAULT false,
  ADD COLUMN mentor_consented_at timestamptz,
  ADD COLUMN mentee_consented_at timestamptz,
  -- Whether each of the two lets the coordinator of the mentee's school read the observations.
  ADD COLUMN mentor_shares boolean NOT NULL DEFAULT false,
  ADD COLUMN mentee_shares boolean NOT NULL DEFAULT false,
  ADD COLUMN outcome text CONSTRAINT pairing_outcome_known CHECK (outcome IN ('excellent', 'pass', 'extended', 'fail')),
  ADD COLUMN reason text,
  ADD COLUMN ended_on date,
  -- The last day on which something happened between the two that one of them confirmed.
  ADD COLUMN last_contact_on date,
  -- The terms that the shares were made from; other terms make them anew.
  ADD COLUMN shares_of text,
  -- Most waiting first: the last contact, or the beginning where there was none.
  ADD COLUMN waiting_since date NOT NULL GENERATED ALWAYS AS (coalesce(last_contact_on, from_day)) STORED;
ALTER TABLE pairing DROP CONSTRAINT pairing_once;
CREATE UNIQUE INDEX pairing_once ON pairing (mentor_id, mentee_id, from_day) WHERE state <> 'lapsed';
DROP INDEX pairing_mentee_ix;
CREATE INDEX pairing_mentee_ix ON pairing (mentee_id, waiting_since, id);
CREATE INDEX pairing_mentor_ix ON pairing (mentor_id, waiting_since, id);
CREATE INDEX pairing_studio_ix ON pairing (studio_id, waiting_since, id);
CREATE INDEX pairing_waiting_ix ON pairing (waiting_since, id);
CREATE INDEX pairing_open_ix ON pairing (waiting_since, id)
  WHERE state NOT IN ('completed', 'extended', 'handed-over', 'dissolved', 'lapsed');
CREATE INDEX pairing_continues_ix ON pairing (continues_id);

CREATE TABLE pairing_pause (
  id uuid CONSTRAINT pairing_pause_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT pairing_pause_of REFERENCES pairing (id),
  first_day date NOT NULL,
  -- Still paused while null; both ends are days of the pause.
  last_day date,
  reason text NOT NULL,
  CONSTRAINT pairing_pause_forward CHECK (last_day IS NULL OR last_day >= first_day)
);
CREATE INDEX pairing_pause_ix ON pairing_pause (pairing_id);

CREATE TABLE obligation (
  id uuid CONSTRAINT obligation_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT obligation_of REFERENCES pairing (id),
  owed_by text NOT NULL CONSTRAINT obligation_owed_by_known CHECK (owed_by IN ('mentor', 'mentee')),
  kind text NOT NULL CONSTRAINT obligation_kind_known CHECK (kind IN (
    'mentor-hears', 'mentee-hears', 'open-lesson', 'lesson-plan', 'discussion', 'paper')),
  number smallint NOT NULL CONSTRAINT obligation_number CHECK (number BETWEEN 1 AND 99),
  per text NOT NULL CONSTRAINT obligation_per_known CHECK (per IN ('month', 'term', 'year')),
  CONSTRAINT obligation_once UNIQUE (pairing_id, kind)
);

-- What is due of an obligation in one period, pro rata by days, and how much of it is done; both ends are days of it.
CREATE TABLE obligation_share (
  obligation_id uuid NOT NULL CONSTRAINT obligation_share_of REFERENCES obligation (id) ON DELETE CASCADE,
  pairing_id uuid NOT NULL CONSTRAINT obligation_share_pairing REFERENCES pairing (id),
  kind text NOT NULL,
  first_day date NOT NULL,
  last_day date NOT NULL,
  due smallint NOT NULL CONSTRAINT obligation_share_due CHECK (due >= 0),
  done smallint NOT NULL DEFAULT 0 CONSTRAINT obligation_share_done CHECK (done >= 0),
  CONSTRAINT obligation_share_pk PRIMARY KEY (obligation_id, first_day),
  CONSTRAINT obligation_share_forward CHECK (last_day >= first_day)
);
CREATE INDEX obligation_share_pairing_ix ON obligation_share (pairing_id, kind, first_day);
CREATE INDEX obligation_share_days_ix ON obligation_share (last_day, first_day) INCLUDE (pairing_id, kind, due, done);

-- What happened and pays. What was counted by hand says by whom, with its evidence; the rest names its source.
CREATE TABLE credit (
  id uuid CONSTRAINT credit_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT credit_pairing REFERENCES pairing (id),
  kind text NOT NULL CONSTRAINT credit_kind_known CHECK (kind IN (
    'mentor-hears', 'mentee-hears', 'open-lesson', 'lesson-plan', 'discussion', 'paper')),
  on_day date NOT NULL,
  source text NOT NULL CONSTRAINT credit_source_known CHECK (source IN (
    'lesson', 'observation', 'activity', 'open-lesson', 'hand')),
  -- The lesson where there is one, else the thing itself: the same happening never pays twice.
  source_key uuid NOT NULL,
  title text NOT NULL,
  evidence text,
  by_id uuid CONSTRAINT credit_by REFERENCES person (id),
  at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  CONSTRAINT credit_hand CHECK (source <> 'hand' OR (evidence IS NOT NULL AND by_id IS NOT NULL))
);
CREATE UNIQUE INDEX credit_once ON credit (pairing_id, kind, source_key) WHERE withdrawn_at IS NULL;
CREATE INDEX credit_pairing_ix ON credit (pairing_id, kind, on_day) WHERE withdrawn_at IS NULL;
CREATE INDEX credit_source_ix ON credit (source_key);

CREATE TABLE agreement_signature (
  pairing_id uuid NOT NULL CONSTRAINT agreement_signature_pairing REFERENCES pairing (id),
  party text NOT NULL CONSTRAINT agreement_signature_party_known CHECK (party IN ('mentor', 'mentee', 'school')),
  person_id uuid NOT NULL CONSTRAINT agreement_signature_person REFERENCES person (id),
  signed_at timestamptz NOT NULL,
  CONSTRAINT agreement_signature_pk PRIMARY KEY (pairing_id, party)
);

-- The four kinds in use, to begin from; an administrator edits them.
INSERT INTO agreement_template (id, code, title, months, clauses, obligations) VALUES
 (gen_random_uuid(), 'P1', '一年制师徒协议', 12,
  '协议一式三份，师徒双方与学校各存一份。\n徒弟上期初探讨课和期末汇报课各一次，每年写一篇教学论文。',
  '[{"owedBy":"mentor","kind":"mentor-hears","number":7,"per":"term"},{"owedBy":"mentee","kind":"mentee-hears","number":7,"per":"term"},{"owedBy":"mentee","kind":"open-lesson","number":2,"per":"year"},{"owedBy":"mentee","kind":"paper","number":1,"per":"year"}]'),
 (gen_random_uuid(), 'P2', '每月研讨师徒协议', 12,
  '徒弟听课须提前一天约定。\n任何一方违约，另一方可向教导处申请解除。',
  '[{"owedBy":"mentor","kind":"discussion","number":2,"per":"month"},{"owedBy":"mentee","kind":"mentee-hears","number":2,"per":"month"},{"owedBy":"mentor","kind":"mentor-hears","number":2,"per":"term"},{"owedBy":"mentee","kind":"open-lesson","number":1,"per":"year"}]'),
 (gen_random_uuid(), 'P3', '互听互评师徒协议', 12,
  '师傅每周计两课时工作量。',
  '[{"owedBy":"mentor","kind":"mentor-hears","number":8,"per":"term"},{"owedBy":"mentee","kind":"mentee-hears","number":8,"per":"term"},{"owedBy":"mentee","kind":"lesson-plan","number":3,"per":"term"}]'),
 (gen_random_uuid(), 'P4', '三年阶梯师徒协议', 36,
  '双向选择，每年一个重点，期满考核。\n第一年站稳讲台，第二年形成风格，第三年能带新人。',
  '[{"owedBy":"mentor","kind":"discussion","number":1,"per":"month"},{"owedBy":"mentee","kind":"open-lesson","number":1,"per":"year"},{"owedBy":"mentee","kind":"paper","number":1,"per":"year"}]');
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
