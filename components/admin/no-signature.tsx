import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { SignatureTable } from './signature-table'

/** What a key leads to that is no signature: pending forms of one person, or nothing any more. */
export function NoSignature({ forms }: { forms: SignatureRow[] }) {
  const [newest] = forms
  if (!newest)
    return (
      <>
        <h1>Signature not found</h1>
        <p>
          It never existed, its form was not confirmed in time, its signer erased it, or its retention period is over.
          The ledger is unchanged.
        </p>
        <a href="/admin/signatures">All signatures</a>
      </>
    )
  return (
    <>
      <h1>Pending {newest.reference}</h1>
      <p>
        Not a signature yet: each form awaits its own link, mailed to the address that was entered, for seven days. The
        first one confirmed counts, and the others are deleted. Staff cannot confirm, change or open them.
      </p>
      <SignatureTable rows={forms} />
      <a href="/admin/signatures">All signatures</a>
    </>
  )
}
