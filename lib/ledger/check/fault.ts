/** The codes of the faults that a log can have, for programs; the error's message is for people. */
export type FaultCode =
  | 'checkpoint_malformed'
  | 'signature_false'
  | 'not_signed_by_log'
  | 'quorum_missing'
  | 'file_missing'
  | 'file_malformed'
  | 'root_differs'
  | 'tile_differs'
  | 'bad_leaf'
  | 'rolled_back'
  | 'not_consistent'
  | 'count_differs'
  | 'corrections_differ'
  | 'text_differs'
  | 'receipt_malformed'
  | 'receipt_false'
  | 'policy_malformed'
  | 'not_included'
  | 'readers_differ'
  | 'pack_differs'
  | 'file_differs'
  | 'file_unknown'
  | 'not_for_identity'

/** The log is invalid. */
export class Fault extends Error {
  override name = 'Fault'
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message)
  }
}
