import styles from './welcome-picture.module.css'

/** Parley's own picture: people in a meeting, one of them speaking. Decoration, so that nothing reads it out. */
export function WelcomePicture({ waiting }: { waiting: boolean }) {
  return (
    <svg className={styles['picture']} viewBox="0 0 240 136" width="240" height="136" aria-hidden="true">
      <rect className={styles['tile']} x="12" y="28" width="88" height="88" rx="16" />
      <circle className={styles['person']} cx="56" cy="62" r="13" />
      <path className={styles['person']} d="M30 104c2-16 12-23 26-23s24 7 26 23z" />
      <rect className={styles['tile']} x="140" y="28" width="88" height="88" rx="16" />
      <circle className={styles['person']} cx="184" cy="62" r="13" />
      <path className={styles['person']} d="M158 104c2-16 12-23 26-23s24 7 26 23z" />
      <rect className={styles['speaker']} x="68" y="12" width="104" height="112" rx="20" />
      <circle className={styles['onSpeaker']} cx="120" cy="54" r="16" />
      <path className={styles['onSpeaker']} d="M87 108c3-21 15-30 33-30s30 9 33 30z" />
      <g className={waiting ? styles['voiceWaiting'] : styles['voice']}>
        <rect x="143" y="30" width="4" height="8" rx="2" />
        <rect x="150" y="26" width="4" height="16" rx="2" />
        <rect x="157" y="30" width="4" height="8" rx="2" />
      </g>
    </svg>
  )
}
