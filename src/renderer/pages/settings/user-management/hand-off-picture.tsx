import styles from './hand-off-picture.module.css'

/** Where one is going: from the client's window to the browser's. Decoration, so that nothing reads it out. */
export function HandOffPicture() {
  return (
    <svg className={styles['picture']} viewBox="0 0 376 112" width="376" height="112" aria-hidden="true">
      <g>
        <rect className={styles['window']} x="28" y="16" width="124" height="80" rx="8" />
        <path className={styles['side']} d="M36 16h20v80H36a8 8 0 0 1-8-8V24a8 8 0 0 1 8-8z" />
        <rect className={styles['mark']} x="35" y="28" width="14" height="4" rx="2" />
        <rect className={styles['line']} x="35" y="38" width="14" height="4" rx="2" />
        <rect className={styles['line']} x="35" y="48" width="14" height="4" rx="2" />
        <rect className={styles['line']} x="66" y="30" width="48" height="6" rx="3" />
        <rect className={styles['line']} x="66" y="44" width="72" height="4" rx="2" />
        <rect className={styles['line']} x="66" y="54" width="64" height="4" rx="2" />
      </g>
      <path className={styles['arrow']} d="M168 56h36m-10-10 10 10-10 10" />
      <g>
        <rect className={styles['window']} x="220" y="8" width="132" height="96" rx="8" />
        <path className={styles['bar']} d="M228 8h116a8 8 0 0 1 8 8v14H220V16a8 8 0 0 1 8-8z" />
        <circle className={styles['dot']} cx="230" cy="19" r="3" />
        <circle className={styles['dot']} cx="240" cy="19" r="3" />
        <rect className={styles['address']} x="250" y="14" width="92" height="10" rx="5" />
        <g className={styles['mark']}>
          <circle cx="236" cy="46" r="6" />
          <circle cx="236" cy="66" r="6" />
          <circle cx="236" cy="86" r="6" />
        </g>
        <g className={styles['line']}>
          <rect x="250" y="43" width="56" height="6" rx="3" />
          <rect x="250" y="63" width="44" height="6" rx="3" />
          <rect x="250" y="83" width="50" height="6" rx="3" />
        </g>
        <g className={styles['mark']}>
          <rect x="320" y="42" width="20" height="8" rx="4" />
          <rect x="320" y="62" width="20" height="8" rx="4" />
        </g>
        <rect className={styles['line']} x="320" y="82" width="20" height="8" rx="4" />
      </g>
    </svg>
  )
}
