import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { ExportTabs } from '@/components/admin/exports/export-tabs'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { trace } from '../actions'

/** The form that finds the file a leaked row comes from. */
export default adminPage('export.read', async (_, { searchParams }) => (
  <>
    <PageHeading below={[placeCrumb('/admin/exports')]}>{t('exports.traceALeakedRow')}</PageHeading>
    <ExportTabs here="/admin/exports/trace" />
    <Notice searchParams={searchParams} />
    <p>{t('exports.everyRowOfEvery')}</p>
    <form action={trace} className="filters">
      <label>
        {t('common.reference')}
        <input name="reference" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
      </label>
      <label>
        {t('exports.mark')}
        <input name="mark" required size={10} maxLength={12} spellCheck={false} autoComplete="off" />
      </label>
      <button type="submit">{t('exports.findExport')}</button>
    </form>
  </>
))
