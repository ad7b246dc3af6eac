import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A text that is written while a pairing runs stands beside the one in force until all three have signed it. */
export class Agreements1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
-- 'draft': waits for three names; 'in-force': all three signed, it is the pairing's own text now; 'replaced': was in force
-- until a later one; 'dropped': rewritten or withdrawn before it was signed. None is ever deleted.
CREATE TABLE agreement_revision (
  id uuid CONSTRAINT agreement_revision_pk PRIMARY KEY DEFAULT gen_random_uuid(),
  pairing_id uuid NOT NULL CONSTRAINT agreement_revision_pairing REFERENCES pairing (id),
  state text NOT NULL DEFAULT 'draft'
    CONSTRAINT agreement_revision_state_known CHECK (state IN ('draft', 'in-force', 'replaced', 'dropped')),
  template_id uuid CONSTRAINT agreement_revision_template REFERENCES agreement_template (id),
  from_day date NOT NULL,
  -- Open for a text that came from the register.
  to_day date,
  clauses text NOT NULL,
  -- [{owedBy, kind, number, per}]
  obligations jsonb NOT NULL,
  -- Null for a text that was not written here: the register's words, or those of the pairing it carries on.
  written_at timestamptz,
  written_by uuid CONSTRAINT agreement_revision_by REFERENCES person (id),
  -- When it came into force, or stopped waiting.
  settled_at timestamptz,
  CONSTRAINT agreement_revision_forward CHECK (to_day IS NULL OR to_day >= from_day)
);
CREATE INDEX agreement_revision_pairing_ix ON agreement_revision (pairing_id);
CREATE UNIQUE INDEX agreement_revision_one_draft ON agreement_revision (pairing_id) WHERE state = 'draft';
CREATE UNIQUE INDEX agreement_revision_one_in_force ON agreement_revision (pairing_id) WHERE state = 'in-force';

-- Without a revision a name stands under the text in force; with one, under that draft or that earlier text.
ALTER TABLE agreement_signature
  ADD COLUMN revision_id uuid CONSTRAINT agreement_signature_revision REFERENCES agreement_revision (id),
  DROP CONSTRAINT agreement_signature_pk;
CREATE UNIQUE INDEX agreement_signature_once ON agreement_signature (pairing_id, party) WHERE revision_id IS NULL;
CREATE UNIQUE INDEX agreement_signature_revision_once ON agreement_signature (revision_id, party)
  WHERE revision_id IS NOT NULL;
`);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
