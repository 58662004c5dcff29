import { nameSubjects } from '@/lib/search/name-subjects'
import { type AuditView, foldEntries, GONE, SERVER } from '@/lib/staff/audit/list-entries'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { AdminTable } from './admin-table'
import { AuditSentence } from './audit-sentence'
import { auditWords } from './audit-words'
import { Empty } from './empty'
import { Time } from './time'
import { t } from './words'

/**
 * Audit log entries as sentences, newest first. Entries of one act (the same person and verb, within two minutes of the
 * next) are grouped; "Details" has each as recorded.
 * @param id set on a page that is about them
 */
export async function AuditTable({ entries, id }: { entries: AuditView[]; id?: 'list' }) {
  if (entries.length === 0)
    return <Empty next={{ href: '/admin/audit', words: t('audit.entriesOfEverybody') }}>{t('audit.noEntries')}</Empty>
  const names = await nameSubjects(
    entries.map(({ subject }) => subject),
    readerLanguage(),
  )
  return (
    <AdminTable
      {...(id && { id })}
      heads={[{ time: t('audit.time') }, t('common.person'), t('common.action'), t('audit.asRecorded')]}
    >
      {foldEntries(entries).map(({ first, all }) => (
        <tr key={String(first.seq)}>
          <td>
            <Time at={first.at} />
          </td>
          <td>
            <bdi>{whoName(first.who)}</bdi>
          </td>
          <td className="name">
            <AuditSentence all={all} names={names} links={id !== undefined} />
          </td>
          <td>
            <details>
              <summary>
                {all.length === 1 ? t('audit.details') : t('audit.entriesTogether', { number: all.length })}
                <span className="unseen">
                  {' '}
                  {t('audit.ofAct', { act: auditWords(first.verb, all.length), seq: String(first.seq) })}
                </span>
              </summary>
              <ul>
                {all.map((entry) => (
                  <li key={String(entry.seq)}>
                    <Recorded entry={entry} />
                  </li>
                ))}
              </ul>
            </details>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function Recorded({ entry: { seq, at, verb, subject, signedIn, detail } }: { entry: AuditView }) {
  const fields = Object.entries(detail).map(([name, value]) => `${name}: ${value}`)
  return (
    <>
      {t.rich('audit.recorded', {
        seq: String(seq),
        time: () => <Time at={at} />,
        verb,
        code: () => <code>{subject}</code>,
        fields: fields.map((one) => `${one} · `).join(''),
        signedIn,
      })}
    </>
  )
}

export function whoName(who: string): string {
  return who === GONE ? t('audit.formerColleague') : who === SERVER ? t('audit.theServer') : who
}
