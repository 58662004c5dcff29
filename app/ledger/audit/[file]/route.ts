import { answerAuditFile } from '@/lib/web/answer-ledger-file'

/** Signed heads of the audit log: checkpoint, policy, heads.json (docs/ledger.md). The log itself is not public. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return answerAuditFile((await params).file)
}
