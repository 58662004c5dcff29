import { adminPage } from '@/components/admin/admin-page'
import { Notice } from '@/components/admin/notice'
import { NoticeList } from '@/components/admin/notice-list'
import { NoticesForm } from '@/components/admin/notices-form'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { listNotices } from '@/lib/staff/notices/list-notices'
import { findNoticeTimings } from '@/lib/staff/notices/save-notices'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { setNotices } from '../actions'

export default adminPage('account.manage', async (staff, { searchParams }) => {
  const reader = { zone: readerZone(), language: readerLanguage() }
  const [notices, timings] = await Promise.all([listNotices(staff.id, reader), findNoticeTimings(staff.id)])
  return (
    <>
      <PageHeading below={[{ href: '/admin/account', words: t('common.account') }]}>{t('notices.title')}</PageHeading>
      <Notice searchParams={searchParams} />
      <h2>{t('notices.last')}</h2>
      <p>{t('notices.lastHint')}</p>
      <NoticeList notices={notices} />
      <h2>{t('account.emailToYou')}</h2>
      <p>{t('notices.digestHint')}</p>
      <NoticesForm staff={staff} timings={timings} save={setNotices} />
    </>
  )
})
