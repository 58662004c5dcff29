import type { SampleSigner } from '@/lib/bulk-actions/open-sample'
import { AdminTable } from '../admin-table'
import { OpeningReason } from '../opening-reason'
import { t } from '../words'

interface Props {
  /** The approval's id. */
  id: string
  /** Null before they were opened. */
  signers: SampleSigner[] | null
  open: (form: FormData) => Promise<void>
}

/** The signers in the sample of a bulk action, once somebody opens them with a reason. */
export function SampleSigners({ id, signers, open }: Props) {
  return (
    <section id="signers">
      <h2>{t('approvals.signersOfSample')}</h2>
      {signers ? (
        <AdminTable
          heads={[t('common.reference'), t('signatures.signer'), t('common.emailAddress'), t('common.comment')]}
        >
          {signers.map(({ key, reference, name, email, comment }) => (
            <tr key={key}>
              <td>
                <a href={`/admin/signatures/${key}`}>{reference}</a>
              </td>
              <td className="name">
                <bdi>{name}</bdi>
              </td>
              <td>
                <bdi>{email}</bdi>
              </td>
              <td className="name">{comment && <bdi>{comment}</bdi>}</td>
            </tr>
          ))}
        </AdminTable>
      ) : (
        <form action={open} className="row">
          <input type="hidden" name="id" value={id} />
          <OpeningReason />
          <button type="submit">{t('approvals.openSigners')}</button>
          <span className="hint">{t('approvals.openSignersHint')}</span>
        </form>
      )}
    </section>
  )
}
