import { adminPage } from '@/components/admin/admin-page'
import { fieldName } from '@/components/admin/field-name'
import { pageTitle } from '@/components/admin/page-title'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findKeptForm } from '@/lib/staff/drafts/kept-form'
import { typedFields } from '@/lib/staff/drafts/typed-fields'
import { keptPath } from '@/lib/web/admin/kept-path'
import { discardKept } from '../actions'

export const generateMetadata = pageTitle('form.whatYouTyped')

/** A form that was not carried out, as it was typed. Its person alone sees it, and nothing of it is done from here. */
export default adminPage('account.manage', async (staff, { params }) => {
  const { id = '' } = await params
  const found = await findKeptForm(staff, id)
  if (!found) {
    return (
      <>
        <h1>{t('form.nothingIsKeptHere')}</h1>
        <p>{t('form.itWasSavedOr')}</p>
        <a href="/admin">{t('common.home')}</a>
      </>
    )
  }
  return (
    <>
      <h1>{t('form.whatYouTyped')}</h1>
      <p>
        {t.rich('form.nothingDone', { time: () => <Time at={found.at} zone /> })}{' '}
        <a href={found.form ? keptPath(found) : found.path}>
          {found.form ? t('form.openTheFormWith') : t('form.backToThePage')}
        </a>
      </p>
      {typedFields(found.fields).map(([name, value]) => (
        <p key={name} className="stack">
          <label htmlFor={`kept-${name}`}>{fieldName(name)}</label>
          <textarea
            id={`kept-${name}`}
            readOnly
            dir="auto"
            rows={Math.min(12, 1 + Math.ceil(value.length / 70))}
            defaultValue={value}
          />
        </p>
      ))}
      <form action={discardKept}>
        <input type="hidden" name="id" value={id} />
        <button type="submit">{t('form.discardItForGood')}</button>
      </form>
    </>
  )
})
