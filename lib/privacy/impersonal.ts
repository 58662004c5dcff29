/**
 * Columns that say nothing of a person, by table; `*` for a whole table. Together with the register they name every
 * column of the database, so that whoever adds one has to say which it is.
 */
export const impersonal: Record<string, string> = {
  activity: '*',
  activity_text: '*',
  clause_text: '*',
  co_signature:
    'id letter_id organisation search country member_id state letter_version signed_on signed_precision created_at',
  co_signature_event: 'id co_signature_id state',
  application: 'id',
  audit_entry: 'seq hash',
  country_total: '*',
  day_key: 'purpose day',
  government_address: '*',
  hour_total: '*',
  invitation: 'co_signature_id',
  // Public for ever; without the salt in the sealed row a commitment leads to nobody.
  ledger_checkpoint: '*',
  ledger_correction: '*',
  ledger_leaf: '*',
  ledger_log: '*',
  ledger_tile: '*',
  ledger_witness: '*',
  lapsed_total: '*',
  letter: '*',
  letter_text: '*',
  member: 'id slug kind country region listed_on listed_precision left_on created_at updated_at',
  member_text: 'member_id locale',
  paper_entry: '*',
  petition: '*',
  petition_text: '*',
  petition_total: '*',
  // Leaf numbers; the country goes once the retraction is in the ledger.
  retraction: '*',
  signature: 'petition_id',
  source: '*',
  statement: '*',
  statement_clause: '*',
  statement_text: '*',
  worker_beat: '*',
  _ActivityToSource: '*',
  _LetterToSource: '*',
  _MemberToSource: '*',
  _SourceToStatement: '*',
  _prisma_migrations: '*',
}
