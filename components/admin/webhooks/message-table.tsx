import { eventKinds } from '@/lib/webhooks/event-kinds'
import type { MessageView } from '@/lib/webhooks/list-webhooks'
import { AdminTable } from '../admin-table'
import { PetitionName } from '../petition-name'
import { Time } from '../time'
import { messageWords } from './webhook-words'

const words: Record<string, { words: string }> = eventKinds

/** What was sent to an address, the newest first. */
export function MessageTable({ messages }: { messages: MessageView[] }) {
  if (messages.length === 0) return <p>Nothing was sent within the last 30 days.</p>
  return (
    <AdminTable heads={[{ time: 'Happened' }, 'What', 'Petition', 'Message', { time: 'Last attempt' }]} id="list">
      {messages.map((message) => (
        <tr key={message.eventId}>
          <td>
            <Time at={message.event.createdAt} />
          </td>
          <td>{words[message.event.kind]?.words ?? 'Test'}</td>
          <td>{message.event.petition ? <PetitionName slug={message.event.petition.slug} /> : '–'}</td>
          <td>{messageWords(message)}</td>
          <td>{message.attemptedAt ? <Time at={message.attemptedAt} /> : '–'}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
