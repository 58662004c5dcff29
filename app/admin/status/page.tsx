import { adminPage } from '@/components/admin/admin-page'
import { PictureTitles } from '@/components/admin/overview/picture-titles'
import { SystemLine } from '@/components/admin/overview/system-line'
import { PageHeading } from '@/components/admin/page-heading'
import { MailingsUnderWay } from '@/components/admin/status/mailings-under-way'
import { StatusList } from '@/components/admin/status/status-list'
import { t } from '@/components/admin/words'
import { findUntitledPictures } from '@/lib/overview/find-untitled-pictures'
import { listMailingsUnderWay } from '@/lib/overview/list-mailings-under-way'
import { findSystemStatus } from '@/lib/overview/status/find-system-status'

export default adminPage('overview.see', async (staff) => {
  const [lines, mailings, untitled] = await Promise.all([
    findSystemStatus(staff, new Date()),
    listMailingsUnderWay(staff),
    findUntitledPictures(staff),
  ])
  return (
    <>
      <PageHeading>{t('overview.systemStatus')}</PageHeading>
      <SystemLine lines={lines} link={false} />
      <p className="hint">{t('status.lead')}</p>
      <MailingsUnderWay mailings={mailings} />
      <StatusList lines={lines} />
      <PictureTitles untitled={untitled} />
    </>
  )
})
