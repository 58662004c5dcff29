import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { listMemberNames } from '@/lib/coalition/list-member-names'
import { readSerial, shownSerial } from '@/lib/paper/serial'
import { listPetitionNames, type PetitionName } from '@/lib/petitions/list-petition-names'
import { findDraft } from '@/lib/staff/drafts/find-draft'

export const metadata: Metadata = { title: 'Enter a sheet' }

export default adminPage('paper.enter', async (staff, { searchParams }) => {
  const query = await searchParams
  const draft = await findDraft(staff, 'sheet', query.draft)
  const [petitions, members] = await Promise.all([listPetitionNames(), listMemberNames()])
  // As the code on a printed sheet says.
  const said = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const serial = readSerial(said('serial'))
  const values = {
    petition: petitions.find(({ slug }) => slug === said('petition'))?.id ?? '',
    serial: serial ? shownSerial(serial) : '',
    via: members.find(({ slug }) => slug === said('via'))?.slug ?? '',
  }
  return (
    <>
      <h1>Enter a sheet</h1>
      <p>
        Count only lines that are legible and signed. The scan and the collector’s name are encrypted and are deleted
        with the petition’s signatures. The sheet then awaits a second person, who counts on the scan without seeing
        your number.
      </p>
      <AdminForm
        action="/admin/paper/sheets"
        fields={fieldsOf(petitions, members)}
        values={values}
        draft={draft}
        draftOf="sheet"
        submit="Submit sheet"
      />
    </>
  )
})

function fieldsOf(petitions: PetitionName[], members: { slug: string; name: string }[]): FieldSpec[] {
  return [
    {
      name: 'petition',
      label: 'Petition',
      kind: 'select',
      options: [['', 'Choose one'], ...petitions.map(({ id, title }): [string, string] => [id, title])],
      required: true,
    },
    {
      name: 'serial',
      label: 'Serial',
      hint: 'At the foot of a sheet printed from the site. Empty for any other.',
      longest: 20,
    },
    {
      name: 'via',
      label: 'Member',
      hint: 'Whose sheet it is, if it says so.',
      kind: 'select',
      options: [['', 'None'], ...members.map(({ slug, name }): [string, string] => [slug, name])],
    },
    { name: 'place', label: 'Place', hint: 'Town and country, or the event.', longest: 200, required: true },
    { name: 'signedOn', label: 'Day', hint: 'The last day on which someone signed it.', kind: 'day', required: true },
    { name: 'collector', label: 'Collector of the signatures', longest: 200, required: true },
    { name: 'signatures', label: 'Valid signatures', hint: 'In digits.', kind: 'number', required: true },
    {
      name: 'scan',
      label: 'Scan',
      hint: 'One file: PDF, JPEG or PNG, up to 8 MB. If another field has an error, choose the file again.',
      kind: 'file',
      accept: '.pdf,.jpg,.jpeg,.png',
      required: true,
    },
  ]
}
