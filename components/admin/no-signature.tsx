import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { PageHeading } from './page-heading'
import { SignatureTable } from './signature-table'
import { t } from './words'

/** What a key leads to that is no signature: pending forms of one person, or nothing any more. */
export function NoSignature({ forms }: { forms: SignatureRow[] }) {
  const [newest] = forms
  if (!newest)
    return (
      <>
        <PageHeading>{t('signatures.signatureNotFound')}</PageHeading>
        <p>{t('signatures.itNeverExistedIts')}</p>
        <a href="/admin/signatures">{t('common.allSignatures')}</a>
      </>
    )
  return (
    <>
      <PageHeading>{t('signatures.pending', { reference: newest.reference })}</PageHeading>
      <p>{t('signatures.notASignatureYet')}</p>
      <SignatureTable rows={forms} />
      <a href="/admin/signatures">{t('common.allSignatures')}</a>
    </>
  )
}
