import type { SheetView } from '@/lib/paper/find-sheet'
import { AdminTable } from './admin-table'
import { PetitionName } from './petition-name'
import { Pill, StatusPill } from './pill'
import { Time } from './time'
import { t } from './words'

/** Sheets, waiting ones first. */
export function SheetTable({ sheets }: { sheets: SheetView[] }) {
  return (
    <AdminTable
      id="list"
      heads={[
        t('paper.sheet'),
        t('common.state'),
        { number: t('common.signatures') },
        t('common.petition'),
        t('paper.place'),
        t('common.day'),
        { time: t('paper.entered') },
        t('paper.by2'),
      ]}
    >
      {sheets.map((sheet) => (
        <tr key={sheet.id}>
          <td>
            <a href={`/admin/paper/${sheet.id}`}>
              <bdi>{sheet.reference}</bdi>
            </a>
          </td>
          <td>
            <SheetState sheet={sheet} />
          </td>
          <td className="number">{sheet.signatures?.toLocaleString('en') ?? '–'}</td>
          <td>
            <PetitionName slug={sheet.petition} />
          </td>
          <td>
            <bdi>{sheet.place}</bdi>
          </td>
          <td className="date">{sheet.signedOn.toISOString().slice(0, 10)}</td>
          <td>
            <Time at={sheet.enteredAt} />
          </td>
          <td>
            <bdi>{sheet.enteredBy}</bdi>
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** A sheet's state, and whether it awaits the viewer. */
export function SheetState({ sheet: { state, round, yours, waitsFor } }: { sheet: SheetView }) {
  if (state === 'approved') return <StatusPill code="counted" />
  if (state === 'withdrawn') return <StatusPill code="withdrawn" />
  const whom = yours ? t('paper.awaitsYou') : waitsFor === 'second' ? t('paper.awaitsSecond') : t('paper.awaitsOthers')
  return <Pill tone={yours ? 'warn' : 'info'}>{round > 1 ? t('paper.inRound', { round, whom }) : whom}</Pill>
}
