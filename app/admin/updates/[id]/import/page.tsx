import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { inWords } from '@/components/admin/list-in-words'
import { updateLocales } from '@/components/admin/mailings/text-digest'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { findMailing } from '@/lib/mailings/find-mailing'
import { MAX_IMPORT } from '@/lib/mailings/read-import'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { importTexts } from '../../actions'

/** Reads the texts of a mailing in several languages from one file or paste into the form of all. */
export default adminPage('update.write', async (staff, { params, searchParams }) => {
  const [{ id = '' }, query] = await Promise.all([params, searchParams])
  const update = await findMailing(staff, id, new Date())
  if (update?.stage !== 'draft') return <NotFound what={t('updates.mailing')} list="/admin/updates" />
  const draft = await findDraft(staff, 'texts of a mailing', query.draft)
  const languages = updateLocales.map((locale) => languageName(locale))
  const fields: FieldSpec[] = [
    { name: 'texts', label: t('updates.pasteTexts'), kind: 'text', rows: 18, longest: MAX_IMPORT },
    { name: 'file', label: t('updates.orTextFile'), hint: t('updates.plainText'), kind: 'file', accept: '.txt,.md' },
  ]
  return (
    <>
      <PageHeading
        below={[
          placeCrumb('/admin/updates'),
          { href: `/admin/updates/${id}`, words: update.subject || t('updates.mailingWithoutASubject') },
        ]}
        here={t('updates.importTexts')}
      >
        {t('updates.importInto', { subject: update.subject || t('updates.withoutASubject') })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('updates.importHow', { languages: inWords(languages) })}</p>
      <pre className="mail">{example()}</pre>
      {draft?.fields.at && (
        <p className="notice wrong">
          {t.rich('updates.importAt', { at: () => <code dir="auto">{draft.fields.at}</code> })}
        </p>
      )}
      <AdminForm
        action={importTexts}
        fields={fields}
        draft={draft}
        draftOf="texts of a mailing"
        hidden={{ id }}
        submit={t('updates.fillIn')}
      />
      <p className="hint">{t('updates.importNothingSaved')}</p>
      <p>
        <a href={`/admin/updates/${id}`}>{t('updates.backToTheMailing')}</a>
      </p>
    </>
  )
})

/** Two languages in the format of the file. */
function example(): string {
  const part = (locale: string) => `== ${languageName(locale)} ==\n${t('updates.subject')}\n\n${t('common.text')} …`
  return ['en', 'ko'].map(part).join('\n\n')
}
