/** Letters that a device must know, and the style sheet of the web font for those that do not. */
const scripts = {
  zh: { letters: ['青', '蓝'], sheet: 'fonts-zh.css', family: "'Noto Sans SC Variable'" },
  ug: { letters: ['ئۇ', 'ې', 'ۋ'], sheet: 'fonts-ug.css', family: "'Noto Naskh Arabic'" },
} as const;

type Script = keyof typeof scripts;

const systemFonts = "20px system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'UKIJ Tuz', sans-serif";
const asked = new Set<Script>();

/**
 * Web fonts are for machines without any font of their own for the script; whoever has one never fetches a byte.
 * Chinese names stand on every page, Uyghur only in its own language.
 */
export function fetchMissingFonts(document: Document, language: string): void {
  const needed: Script[] = language === 'ug' ? ['zh', 'ug'] : ['zh'];
  for (const script of needed.filter((one) => !asked.has(one))) {
    asked.add(script);
    if (isMissing(document, scripts[script].letters)) addFont(document, script);
  }
}

/** Without a font every letter is drawn as the same empty box. */
function isMissing(document: Document, letters: readonly string[]): boolean {
  const drawn = letters.map((letter) => drawingOf(document, letter));
  return new Set(drawn).size < letters.length;
}

function drawingOf(document: Document, letter: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 28;
  const context = canvas.getContext('2d');
  if (!context) return letter; // cannot tell: trust the device
  context.font = systemFonts;
  context.fillText(letter, 2, 22);
  return context.getImageData(0, 0, 28, 28).data.join();
}

function addFont(document: Document, script: Script): void {
  const { sheet, family } = scripts[script];
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = sheet;
  // Named only once its faces are known, or text drawn before would stay without letters.
  link.addEventListener('load', () => document.documentElement.style.setProperty(`--web-font-${script}`, family));
  document.head.append(link);
}
