import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { queryText } from '@/components/admin/petitions/query-text'
import { t } from '@/components/admin/words'
import { findSettings } from '@/lib/overview/site-settings'
import { createOne } from '../actions'

export default adminPage('petition.write', async (_, { searchParams }) => {
  const [query, { values }] = [await searchParams, await findSettings()]
  return (
    <>
      <PageHeading>{t('petitions.newPetition')}</PageHeading>
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
