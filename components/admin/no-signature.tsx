import type { SignatureRow } from '@/lib/signatures/admin/signature-row'
import { placeCrumb } from './crumbs'
import { NotFound } from './not-found'
import { PageHeading } from './page-heading'
import { SignatureTable } from './signature-table'
import { t } from './words'

/** The page of a key without a signature: one person's pending forms, or nothing. */
export function NoSignature({ forms }: { forms: SignatureRow[] }) {
  const [newest] = forms
  if (!newest)
    return (
      <NotFound what={t('common.signature')} list="/admin/signatures">
        {t('signatures.itNeverExistedIts')}
      </NotFound>
    )
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/signatures')]}>
        {t('signatures.pending', { reference: newest.reference })}
      </PageHeading>
      <p>{t('signatures.notASignatureYet')}</p>
      <SignatureTable rows={forms} />
    </>
  )
}
