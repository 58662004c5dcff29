import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { pageTitle } from '@/components/admin/page-title'
import { queryText } from '@/components/admin/petitions/query-text'
import { t } from '@/components/admin/words'
import { findSettings } from '@/lib/overview/site-settings'
import { createOne } from '../actions'

export const generateMetadata = pageTitle('petitions.newPetition')

export default adminPage('petition.write', async (_, { searchParams }) => {
  const [query, { values }] = [await searchParams, await findSettings()]
  return (
    <>
      <h1>{t('petitions.newPetition')}</h1>
      <Notice searchParams={searchParams} />
      <p>{t('petitions.itStartsAsA')}</p>
      <form action={createOne} className="stack">
        <label htmlFor="slug">{t('common.address')}</label>
        <p className="hint" id="slug-hint">
          {t.rich('petitions.lowerCaseLettersNumbers', { code: (inner) => <code>{inner}</code> })}
        </p>
        <input
          id="slug"
          name="slug"
          defaultValue={queryText(query.slug)}
          required
          maxLength={80}
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          aria-describedby="slug-hint"
          autoComplete="off"
        />
        <label htmlFor="goal">{t('petitions.goalInSignatures')}</label>
        <input
          id="goal"
          name="goal"
          defaultValue={queryText(query.goal) || String(values.defaultGoal)}
          required
          inputMode="numeric"
          pattern="[0-9]{1,9}"
          autoComplete="off"
        />
        <button type="submit" className="main">
          {t('petitions.createDraft')}
        </button>
      </form>
    </>
  )
})
