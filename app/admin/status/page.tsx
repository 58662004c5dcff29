import { adminPage } from '@/components/admin/admin-page'
import { PictureTitles } from '@/components/admin/overview/picture-titles'
import { SystemLine } from '@/components/admin/overview/system-line'
import { PageHeading } from '@/components/admin/page-heading'
import { MailChart } from '@/components/admin/status/mail-chart'
import { MailingsUnderWay } from '@/components/admin/status/mailings-under-way'
import { StatusList } from '@/components/admin/status/status-list'
import { t } from '@/components/admin/words'
import { findUntitledPictures } from '@/lib/overview/find-untitled-pictures'
import { listMailingsUnderWay } from '@/lib/overview/list-mailings-under-way'
import { findSystemStatus } from '@/lib/overview/status/find-system-status'
import { findMailDays } from '@/lib/overview/status/mail-days'

export default adminPage('overview.see', async (staff) => {
  const now = new Date()
  const [lines, mailings, untitled, days] = await Promise.all([
    findSystemStatus(staff, now),
    listMailingsUnderWay(staff),
    findUntitledPictures(staff),
    findMailDays(staff, now),
  ])
  return (
    <>
      <PageHeading>{t('overview.systemStatus')}</PageHeading>
      <SystemLine lines={lines} link={false} />
      <p className="hint">{t('status.lead')}</p>
      <MailingsUnderWay mailings={mailings} />
      <StatusList lines={lines} />
      <MailChart days={days} />
      <PictureTitles untitled={untitled} />
    </>
  )
})
