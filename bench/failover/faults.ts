import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '@/scripts/setup/run-command.mjs'
import type { HaCluster } from './ha-cluster'
import { connectHost, type Host, signalHost } from './hosts'

export interface Fault {
  name: string
  /** For the report. */
  what: string
  inject: (leader: Host) => Promise<void>
  /** Lets the server that failed come back, as a member of the cluster. */
  mend: (cluster: HaCluster, server: Host) => Promise<void>
}

/** The faults of the leader: its PostgreSQL, Patroni and etcd at once. */
export const faults: Fault[] = [
  {
    name: 'killed',
    what: 'killed: everything on it at once (`kill -9`)',
    inject: (leader) => signalHost(leader, 'SIGKILL'),
    mend: async (cluster, server) => cluster.start(server),
  },
  {
    name: 'silent',
    what: 'silent: everything on it stands still (`SIGSTOP`), its connections stay open',
    inject: (leader) => signalHost(leader, 'SIGSTOP'),
    mend: (_, server) => signalHost(server, 'SIGCONT'),
  },
  {
    name: 'cut',
    what: 'cut off: its network cable is pulled, it goes on by itself',
    inject: (leader) => connectHost(leader, false),
    mend: (_, server) => connectHost(server, true),
  },
  {
    name: 'full',
    what: 'full: not a byte is left on its disk',
    inject: async (leader) => {
      // dd ends with an error: that is when the disk is full.
      await runCommand('dd', ['if=/dev/zero', `of=${filler(leader)}`, 'bs=64k', 'status=none']).catch(() => undefined)
    },
    mend: (_, server) => rm(filler(server), { force: true }),
  },
]

const filler = (server: Host) => join(server.disk, 'filler')
