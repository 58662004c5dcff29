import { SLUG } from '../one-site'

/** A part of a guide that is followed on the machine once the site runs there. */
export interface Chapter {
  guide: string
  heading: string
  /** Leaves out blocks of commands that do not name this. */
  about?: string
  /** The values filled in. */
  values?: Record<string, string>
  /** The repository that is cloned, if another than before. */
  source?: string
  /** The damage to the machine before, in commands, and in words. */
  before?: { run: string[]; said: string }
}

const UNITS = 'docs/operations/without-containers.md'

/** Everything is gone but the copy of the secrets, the backups, and what is on machines of its own in life. */
function lost(site: string) {
  const authority = 'NODE_EXTRA_CA_CERTS=/var/lib/caddy/.local/share/caddy/pki/authorities/local/root.crt'
  return {
    run: [
      'cd /opt/petition',
      `${authority} npm run mirror -- ${site}/ledger/${SLUG} --to /root/mirrors/${SLUG}`,
      // A commit is in the archive within some 15 s.
      'sleep 30',
      "systemctl stop 'petition-*' postgresql",
      'rm -rf /var/lib/postgresql/*/main /var/lib/petition',
      'cd',
    ],
    said: 'the ledger is mirrored; then the database and the files of the worker are deleted',
  }
}

/** Where the release after this one is, with a migration of its own. */
const NEXT = '/root/next-release'

function nextRelease(source: string) {
  const folder = `${NEXT}/prisma/migrations/99990101000000_of_next_release`
  return {
    run: [
      `git clone ${source} ${NEXT}`,
      `mkdir ${folder} && echo 'CREATE TABLE of_next_release ();' > ${folder}/migration.sql`,
      `git -C ${NEXT} add . && git -C ${NEXT} -c user.name=Drill -c user.email=drill@example.org commit -qm 'One more migration'`,
    ],
    said: 'the other release has one migration more',
  }
}

/**
 * In the order in which they are followed.
 * @param source the repository, as the machine sees it
 */
export function chapters(site: string, source: string): Chapter[] {
  return [
    {
      guide: UNITS,
      heading: 'Backups',
      values: { BACKUP_RECIPIENT: '$(age-keygen -y ~/identity.txt)' },
      before: {
        run: ['apt-get install -y --no-install-recommends age', 'age-keygen -o ~/identity.txt'],
        said: 'an age identity is made',
      },
    },
    { guide: UNITS, heading: 'Commands' },
    { guide: 'docs/security/keys.md', heading: 'Rotation', about: 'deploy/systemd' },
    { guide: 'docs/operations/database.md', heading: 'New passwords', about: 'deploy/systemd' },
    { guide: UNITS, heading: 'Another release', before: nextRelease(source), source: NEXT },
    { guide: 'docs/operations/backups.md', heading: 'Restore', about: 'deploy/systemd', before: lost(site) },
  ]
}
