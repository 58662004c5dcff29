import { DraftChecklist } from '@/components/admin/petitions/draft-checklist'
import { LanguageTabs } from '@/components/admin/petitions/language-tabs'
import { NextActForm } from '@/components/admin/petitions/next-act-form'
import { PetitionNumbers } from '@/components/admin/petitions/petition-numbers'
import { PetitionSteps } from '@/components/admin/petitions/petition-steps'
import { petitionTab } from '@/components/admin/petitions/petition-tab'
import { queryText } from '@/components/admin/petitions/query-text'
import { SettingsForm } from '@/components/admin/petitions/settings-form'
import { t } from '@/components/admin/words'
import { recentGrowth } from '@/lib/petitions/growth'
import { may } from '@/lib/staff/roles'
import { chooseAct, savePetitionSettings } from '../actions'

/** A petition's state, actions and settings. */
export default petitionTab('', async (found, staff, { searchParams }) => {
  const { petition } = found
  const [query, recent] = await Promise.all([searchParams, recentGrowth([petition.id], new Date())])
  const writes = may(staff.role, 'petition.write')
  const typed = { slug: queryText(query.slug), goal: queryText(query.goal) }
  return (
    <div className="beside">
      <section>
        {petition.status === 'draft' && writes && <DraftChecklist found={found} />}
        <h2>{t('common.signatures')}</h2>
        <PetitionNumbers found={found} recent={recent.get(petition.id)} links={may(staff.role, 'signature.list')} />
        {writes && !petition.removedAt && (
          <>
            <h2>{t('petitions.texts')}</h2>
            <LanguageTabs found={found} />
            <h2>{t('petitions.settings')}</h2>
            <SettingsForm found={found} typed={typed} change={savePetitionSettings} />
            <NextActForm petition={petition} choose={chooseAct} />
          </>
        )}
      </section>
      {writes && (
        <section>
          <PetitionSteps found={found} />
        </section>
      )}
    </div>
  )
})
