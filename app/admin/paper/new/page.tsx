import { adminPage } from '@/components/admin/admin-page'
import { placeCrumb } from '@/components/admin/crumbs'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { NoPetitions } from '@/components/admin/no-petitions'
import { PageHeading } from '@/components/admin/page-heading'
import { t } from '@/components/admin/words'
import { listMemberNames } from '@/lib/coalition/list-member-names'
import { listPlaces } from '@/lib/paper/list-places'
import { readSerial, shownSerial } from '@/lib/paper/serial'
import { listPetitionNames, type PetitionName } from '@/lib/petitions/list-petition-names'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { readerLanguage } from '@/lib/web/admin/reader-language'

export default adminPage('paper.enter', async (staff, { searchParams }) => {
  const query = await searchParams
  const draft = await findDraft(staff, 'sheet', query.draft)
  const [petitions, members, places] = await Promise.all([
    listPetitionNames(readerLanguage()),
    listMemberNames(),
    listPlaces(staff),
  ])
  // Values from the QR code of a printed sheet.
  const said = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const serial = readSerial(said('serial'))
  const values = {
    petition: (petitions.find(({ slug }) => slug === said('petition')) ?? onlyOpen(petitions))?.id ?? '',
    serial: serial ? shownSerial(serial) : '',
    via: members.find(({ slug }) => slug === said('via'))?.slug ?? '',
  }
  if (petitions.length === 0)
    return (
      <>
        <PageHeading below={[placeCrumb('/admin/paper')]}>{t('paper.enterASheet')}</PageHeading>
        <NoPetitions staff={staff} />
      </>
    )
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/paper')]}>{t('paper.enterASheet')}</PageHeading>
      <p>{t('paper.countOnlyLinesThat')}</p>
      <AdminForm
        action="/admin/paper/sheets"
        fields={fieldsOf(petitions, members, places)}
        values={values}
        draft={draft}
        draftOf="sheet"
        submit={t('paper.submitSheet')}
      />
    </>
  )
})

/** If only one petition is open, sheets are most likely for it. */
function onlyOpen(petitions: PetitionName[]): PetitionName | undefined {
  const open = petitions.filter(({ isOpen }) => isOpen)
  return open.length === 1 ? open[0] : undefined
}

function fieldsOf(petitions: PetitionName[], members: { slug: string; name: string }[], places: string[]): FieldSpec[] {
  return [
    {
      name: 'petition',
      label: t('common.petition'),
      kind: 'select',
      options: [['', t('common.chooseOne')], ...petitions.map(({ id, title }): [string, string] => [id, title])],
      required: true,
    },
    {
      name: 'serial',
      label: t('paper.serial'),
      hint: t('paper.atTheFootOf'),
      longest: 20,
    },
    {
      name: 'via',
      label: t('common.member'),
      hint: t('paper.whoseSheetItIs'),
      kind: 'select',
      options: [['', t('paper.none')], ...members.map(({ slug, name }): [string, string] => [slug, name])],
    },
    {
      name: 'place',
      label: t('paper.place'),
      hint: t('paper.townAndCountryOr'),
      suggestions: places,
      longest: 200,
      required: true,
    },
    { name: 'signedOn', label: t('common.day'), hint: t('paper.theLastDayOn'), kind: 'day', required: true },
    { name: 'collector', label: t('paper.collectorOfTheSignatures'), longest: 200, required: true },
    {
      name: 'signatures',
      label: t('paper.validSignatures'),
      hint: t('paper.inDigitsOrLater'),
      kind: 'number',
    },
    {
      name: 'scan',
      label: t('paper.scan'),
      hint: t('paper.oneFilePdfJpeg'),
      kind: 'file',
      accept: '.pdf,.jpg,.jpeg,.png',
      required: true,
    },
  ]
}
