import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { AdminForm } from '@/components/admin/form/admin-form'
import { errorWords } from '@/components/admin/form/error-words'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { letter } from '@/lib/coalition/entities/letter'
import { INVITATIONS_FORM } from '@/lib/coalition/invite-many/invitations-form'
import { MAX_INVITATIONS } from '@/lib/coalition/invite-many/read-invitations'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Draft } from '@/lib/staff/drafts/keep-draft'
import { locales } from '@/messages/translator'
import { review } from './actions'

const fields = (): FieldSpec[] => [
  {
    name: 'lines',
    label: t('coalition.organisationsOneALine'),
    hint: t('coalition.organisationsHint', { most: MAX_INVITATIONS }),
    kind: 'text',
    rows: 12,
    required: true,
  },
  {
    name: 'locale',
    label: t('coalition.languageOfTheEmails'),
    hint: t('coalition.languageOfTheEmailsHint', { names: locales.map((locale) => languageName(locale)).join(', ') }),
    kind: 'select',
    options: locales.map((locale) => [locale, languageName(locale)]),
  },
]

/** The page on which an editor pastes the organisations to invite to a letter. */
export default adminPage('coalition.write', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditable(staff, letter, id)
  if (!found) return <NotFound what={t('common.letter')} list="/admin/coalition/letters" />
  const draft = await findDraft(staff, INVITATIONS_FORM, (await searchParams).draft)
  return (
    <>
      <PageHeading
        below={[
          placeCrumb('/admin/coalition/letters'),
          { href: `/admin/coalition/letters/${id}`, words: found.title, entered: true },
        ]}
        here={t('coalition.inviteMany')}
      >
        {t('coalition.inviteManyTo', { title: found.title })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('coalition.eachIsMailedALink')}</p>
      {draft && <WrongLines draft={draft} />}
      {found.row.status === 'open' ? (
        <AdminForm
          action={review}
          fields={fields()}
          draft={draft}
          draftOf={INVITATIONS_FORM}
          hidden={{ id }}
          submit={t('common.preview')}
        />
      ) : (
        <p>{t('error.letter_not_open')}</p>
      )}
    </>
  )
})

/** The errors of each line, in the order of the lines. */
function WrongLines({ draft }: { draft: Draft }) {
  const wrong = Object.entries(draft.errors).flatMap(([key, codes]) => {
    const [, line, name] = /^(\d+) (organisation|email|locale)$/.exec(key) ?? []
    return line && name ? [{ key, line: Number(line), name, codes }] : []
  })
  if (wrong.length === 0) return null
  const names: Record<string, string> = {
    organisation: t('common.organisation'),
    email: t('common.emailAddress'),
    locale: t('common.language'),
  }
  return (
    <div className="notice wrong">
      <ul>
        {wrong.map(({ key, line, name, codes }) => (
          <li key={key}>{t('coalition.lineIsWrong', { line, field: names[name], what: errorWords(codes) })}</li>
        ))}
      </ul>
    </div>
  )
}
