/** How a card is drawn as a picture, in pixels. */
const WIDTH = 1080;
const EDGE = 64;
const COLOURS = { paper: '#ffffff', ink: '#14172b', soft: '#545a70', line: '#3a3fb5' };
const FONTS = { title: '700 48px sans-serif', word: '600 30px sans-serif', text: '28px sans-serif' };

/** A piece of the card: how it is written, and how far below the last. */
interface Piece {
  text: string;
  font: string;
  colour: string;
  above: number;
}

// A card is saved as a picture that is made here: of what was told, it has in full only what is ticked, as the sheet of paper has.
for (const button of document.querySelectorAll<HTMLButtonElement>('.company .picture')) {
  const card = button.closest('.company');
  if (card) {
    button.hidden = false;
    button.addEventListener('click', () => draw(piecesOf(card)).toBlob((blob) => blob && save(blob)));
  }
}

function piecesOf(card: Element): Piece[] {
  const textOf = (element: Element | null): string => element?.textContent.trim() ?? '';
  const pieces: Piece[] = [
    { text: textOf(card.querySelector('h2')), font: FONTS.title, colour: COLOURS.ink, above: 0 },
    { text: textOf(card.querySelector('p')), font: FONTS.text, colour: COLOURS.soft, above: 24 },
  ];
  for (const kind of card.querySelectorAll('dl > div')) {
    pieces.push({
      text: textOf(kind.querySelector('dt')),
      font: FONTS.word,
      colour: COLOURS.ink,
      above: 32,
    });
    for (const box of kind.querySelectorAll('input:checked')) {
      pieces.push({
        text: textOf(box.parentElement),
        font: FONTS.text,
        colour: COLOURS.ink,
        above: 8,
      });
    }
  }
  pieces.push({ text: document.title, font: FONTS.text, colour: COLOURS.soft, above: 40 });
  return pieces;
}

function draw(pieces: readonly Piece[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const measure = canvas.getContext('2d')!;
  let y = EDGE;
  const lines = pieces.flatMap((piece) => {
    measure.font = piece.font;
    y += piece.above;
    return wrapped(piece.text, measure).map((text) => {
      y += lineOf(piece.font);
      return { ...piece, text, y };
    });
  });
  // Setting its size begins the canvas anew.
  canvas.width = WIDTH;
  canvas.height = y + EDGE;
  const drawing = canvas.getContext('2d')!;
  drawing.fillStyle = COLOURS.paper;
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.fillStyle = COLOURS.line;
  drawing.fillRect(0, 0, 16, canvas.height);
  for (const line of lines) {
    drawing.font = line.font;
    drawing.fillStyle = line.colour;
    drawing.fillText(line.text, EDGE, line.y);
  }
  return canvas;
}

/** The text in lines that fit; a word that is longer than a line runs out of the picture. */
function wrapped(text: string, drawing: CanvasRenderingContext2D): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && drawing.measureText(longer).width > WIDTH - 2 * EDGE) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function lineOf(font: string): number {
  return Math.round(1.35 * Number(/(\d+)px/.exec(font)?.[1]));
}

function save(blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'pixellab-card.png';
  link.click();
  URL.revokeObjectURL(link.href);
}
