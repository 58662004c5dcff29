import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { codeName } from '@/components/admin/code-name'
import { languagesInWords } from '@/components/admin/languages-in-words'
import { Notice } from '@/components/admin/notice'
import { PetitionName } from '@/components/admin/petition-name'
import { Time } from '@/components/admin/time'
import { listMailings } from '@/lib/mailings/find-mailing'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import { may } from '@/lib/staff/roles'
import { begin } from './actions'

export const metadata: Metadata = { title: 'Mailings' }

export default adminPage('update.read', async (staff, { searchParams }) => {
  const [updates, petitions] = await Promise.all([listMailings(staff), listPetitionNames()])
  return (
    <>
      <h1>Mailings to signers</h1>
      <Notice searchParams={searchParams} />
      {may(staff.role, 'update.write') && (
        <form action={begin} className="row">
          <label>
            Petition{' '}
            <select name="petition" required>
              <option value="">Choose one</option>
              {petitions.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </label>
          <button type="submit">Create draft</button>
        </form>
      )}
      {updates.length === 0 ? (
        <p className="empty">No mailings yet. A mailing goes to the signers of a petition who asked for updates.</p>
      ) : (
        <AdminTable
          id="list"
          heads={[
            'Subject',
            'Stage',
            'Petition',
            'Languages',
            { number: 'Recipients' },
            { number: 'Sent' },
            { number: 'Refused' },
            { time: 'Created' },
          ]}
        >
          {updates.map((update) => (
            <tr key={update.id}>
              <td>
                <a href={`/admin/updates/${update.id}`}>{update.subject || 'without a subject'}</a>
              </td>
              <td>
                <span className={`tag ${update.stage === 'stopped' ? 'held' : ''}`}>{codeName(update.stage)}</span>
              </td>
              <td>
                <PetitionName slug={update.petition} />
              </td>
              <td>{languagesInWords(update.languages)}</td>
              <td className="number">{update.startedAt ? update.recipients.toLocaleString('en') : ''}</td>
              <td className="number">{update.startedAt ? update.accepted.toLocaleString('en') : ''}</td>
              <td className="number">{update.startedAt ? update.refused.toLocaleString('en') : ''}</td>
              <td>
                <Time at={update.createdAt} />
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
    </>
  )
})
