import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../Client/Kit/Hits/rows';
import { vendorColours } from '../Client/Kit/Styles/vendors';
import type { PlantedPixel } from './page-watch';
import { isWide } from './place';

/** How large a dot is, how far from the window's edge it stands at least, and how far from the next one, in CSS pixels. */
const BESIDE = { radius: 8, edge: 18, apart: 30 };
/** On a narrow screen all stand small in the margin, where no words are. */
const NARROW = { radius: 4, edge: 7, apart: 26 };

/** Where a dot that would lie on words looks for a free place: so many pixels further, the nearest first. */
const AROUND = [0, 8, -8, 16, -16, 24, -24].flatMap((far) => [
  { x: 0, y: far },
  { x: far, y: 0 },
]);

/** What nothing of the lab's may lie on. */
const PRESSED = 'button,.button,input,select,textarea,summary';

interface Place {
  x: number;
  y: number;
}

/** How long a dot's news is under way to the dock, in milliseconds. */
const FLIGHT = 900;

interface Dot extends Readonly<Place> {
  readonly plant: string;
  readonly vendor: string;
  readonly kind: Row['kind'];
  /** The key of its row; empty where it has none yet. */
  readonly row: string;
  /** The way from it to where the pixel sits. */
  readonly way: string;
}

/**
 * The lab's drawing over the page: a dot where each of its pixels sits, and what becomes of it. It stands in the dock's shadow root and
 * over the page, never in it, so nothing moves. A dot and its row point at each other (`point`), and a pressed dot opens its row
 * (`press`). The dock's rows tell the same in words, and are there for the keyboard.
 */
@customElement('pixel-dots')
export class PixelDots extends LitElement {
  @property({ attribute: false }) planted: readonly PlantedPixel[] = [];
  @property({ attribute: false }) rows: readonly Row[] = [];
  /** Grows whenever a row changed in place. */
  @property({ type: Number }) version = 0;
  /** The key of the chosen row. */
  @property() chosen = '';
  /** The key of the row that is pointed at. */
  @property() lit = '';
  @state() private dots: Dot[] = [];

  #frame = 0;
  readonly #resized = new ResizeObserver(() => this.#soon());
  /** Those whose news has flown to the dock already. */
  readonly #told = new Set<string>();

  static override styles = [
    ...vendorColours,
    css`
      :host {
        position: fixed;
        z-index: -1;
        inset: 0;
        pointer-events: none;
      }
      svg {
        inline-size: 100%;
        block-size: 100%;
      }
      .way {
        fill: none;
        stroke: currentcolor;
        stroke-dasharray: 2 2;
      }
      .dot {
        fill: currentcolor;
        stroke: #fff;
        stroke-width: 2;
        filter: drop-shadow(0 1px 4px rgb(0 0 0 / 60%));
      }
      .dot[data-kind='waiting'] {
        fill: #fff;
        stroke: currentcolor;
      }
      .dot[data-kind='missing'] {
        color: #6d7283;
      }
      /* A finger needs more room than the eye (WCAG 2.2, 2.5.8). */
      .hold {
        fill: transparent;
        stroke: none;
        pointer-events: auto;
        cursor: pointer;
      }
      .chosen .mark,
      .lit .mark,
      .dot:hover .mark {
        stroke: light-dark(#14172b, #ffc53d);
        stroke-width: 4;
        transform: scale(1.5);
      }
      .wave {
        fill: none;
        stroke: currentcolor;
        stroke-width: 3;
        opacity: 0;
      }
      .news {
        fill: currentcolor;
      }
      @media (prefers-reduced-motion: no-preference) {
        [data-kind='hit'] .wave {
          animation: wave 1.4s ease-out 2;
        }
        @keyframes wave {
          from {
            opacity: 0.9;
          }
          to {
            r: 46px;
          }
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('scroll', this.#soon, { passive: true, capture: true });
    addEventListener('resize', this.#soon);
    // The page's end moves with what lies at the window's foot, too.
    this.#resized.observe(document.documentElement, { box: 'border-box' });
    this.#soon();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('scroll', this.#soon, { capture: true });
    removeEventListener('resize', this.#soon);
    this.#resized.disconnect();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (['rows', 'version', 'chosen'].some((name) => changed.has(name))) {
      this.#look();
    }
  }

  protected override updated(): void {
    for (const dot of this.dots) {
      if (dot.kind === 'hit' && !this.#told.has(dot.plant)) {
        this.#told.add(dot.plant);
        this.#fly(dot);
      }
    }
  }

  protected override render(): TemplateResult {
    // Drawn by attributes of SVG, for pages let no style stand in their markup.
    const { radius, apart } = sizes();
    return html`<svg aria-hidden="true">
      ${repeat(
        this.dots,
        (dot) => dot.plant,
        (dot) =>
          svg`<g
            class="dot vendor ${dot.row && dot.row === this.chosen ? 'chosen' : ''} ${dot.row && dot.row === this.lit ? 'lit' : ''}"
            data-vendor=${dot.vendor}
            data-kind=${dot.kind}
            transform="translate(${dot.x} ${dot.y})"
            @click=${() => this.#tell('press', dot.row)}
            @pointerenter=${() => this.#tell('point', dot.row)}
            @pointerleave=${() => this.#tell('point', '')}
          >
            <path class="way" d=${dot.way}></path>
            <circle class="hold" r=${apart / 2}></circle>
            <circle class="wave" r=${radius}></circle>
            <circle class="mark" r=${radius}></circle>
            ${dot.kind === 'missing' ? svg`<path d="M${1 - radius} ${radius - 1} ${radius - 1} ${1 - radius}"></path>` : nothing}
          </g>`,
      )}
    </svg>`;
  }

  #tell(what: 'point' | 'press', row: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail: row }));
  }

  readonly #soon = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#look();
    });
  };

  #look(): void {
    const rows = new Map(this.rows.map((row) => [row.plant, row]));
    const dots: Dot[] = [];
    for (const pixel of this.planted) {
      const sits = placeOf(pixel);
      if (sits) {
        const { apart } = sizes();
        const isTaken = (at: Place): boolean =>
          dots.some((dot) => Math.hypot(dot.x - at.x, dot.y - at.y) < apart);
        // Those that sit in one place stand side by side, or in the margin one above the other, back from its end.
        const beside = inWindow(isWide() ? sits.x : 0, sits.y);
        const isLow = beside.y > innerHeight / 2;
        while (isTaken(beside)) {
          beside.x += isWide() ? apart : 0;
          beside.y += isWide() ? 0 : isLow ? -apart : apart;
        }
        const place =
          AROUND.map(({ x, y }) => inWindow(beside.x + x, beside.y + y)).find(
            (at) => !isTaken(at) && isFree(at),
          ) ?? beside;
        const row = rows.get(pixel.plant);
        dots.push({
          plant: pixel.plant,
          vendor: pixel.vendor,
          kind: row?.kind ?? 'waiting',
          row: row?.key ?? '',
          way: isInWindow(sits) ? `M0 0 ${sits.x - place.x} ${sits.y - place.y}` : '',
          ...place,
        });
      }
    }
    this.dots = dots;
  }

  /** A line of news from the dot to the dock's side. */
  #fly(dot: Dot): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      return;
    }
    const news = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    news.classList.add('news', 'vendor');
    news.setAttribute('r', '6');
    news.dataset.vendor = dot.vendor;
    this.renderRoot.querySelector('svg')?.append(news);
    const { x, y } = dockPlace();
    news
      .animate(
        [
          { cx: `${dot.x}px`, cy: `${dot.y}px` },
          { cx: `${x}px`, cy: `${y}px`, opacity: 0.3 },
        ],
        { duration: FLIGHT, easing: 'ease-in-out' },
      )
      .finished.finally(() => news.remove())
      .catch(() => undefined);
  }
}

/** The pixel's element in the page; null where the page does not carry it, as in a frame. */
export function elementOf(pixel: PlantedPixel): Element | null {
  return document.querySelector(`[data-plant="${CSS.escape(pixel.plant)}"]`);
}

/** Where a pixel sits, seen from the window's corner; undefined where the page does not carry it. */
function placeOf(pixel: PlantedPixel): Place | undefined {
  const element = elementOf(pixel);
  if (!element) {
    return undefined;
  }
  const { edge } = sizes();
  const { left, top, width, height } = element.getBoundingClientRect();
  // What has no box, as a script, stands where its surroundings end.
  return width > 0
    ? { x: left + Math.min(width / 2, edge), y: top + Math.min(height / 2, edge) }
    : { x: edge, y: (element.parentElement ?? element).getBoundingClientRect().bottom };
}

/** The place in the window that is nearest to one. */
function inWindow(x: number, y: number): Place {
  const { edge } = sizes();
  const { right, bottom } = pageEdges();
  return { x: Math.max(edge, Math.min(x, right - edge)), y: Math.max(edge, Math.min(y, bottom - edge)) };
}

function isInWindow({ x, y }: Place): boolean {
  const { right, bottom } = pageEdges();
  return x >= 0 && x <= right && y >= 0 && y <= bottom;
}

const words = document.createRange();

/** Whether a dot there would lie on none of the page's words, and on nothing that is pressed. */
function isFree({ x, y }: Place): boolean {
  const far = sizes().radius + 2;
  const under = [-far, far].flatMap((across) =>
    [-far, far].flatMap((down) => document.elementsFromPoint(x + across, y + down)),
  );
  return !under.some(
    (element) => element.closest(PRESSED) !== null || [...element.childNodes].some(liesUnder),
  );

  function liesUnder(node: Node): boolean {
    if (!(node instanceof Text)) {
      return false;
    }
    words.selectNode(node);
    return [...words.getClientRects()].some(
      (line) => line.left < x + far && line.right > x - far && line.top < y + far && line.bottom > y - far,
    );
  }
}

function sizes(): typeof BESIDE {
  return isWide() ? BESIDE : NARROW;
}

/** Where the dock stands: beside a wide page, or at the foot of a narrow one. */
function dockPlace(): { x: number; y: number } {
  const { right, bottom } = pageEdges();
  return right < innerWidth ? { x: right + 20, y: 90 } : { x: right - 50, y: bottom - 40 };
}

/** Where the page ends that nothing of the lab's covers. */
function pageEdges(): { right: number; bottom: number } {
  const style = getComputedStyle(document.documentElement);
  return {
    right: innerWidth - (Number.parseFloat(style.marginInlineEnd) || 0),
    bottom: innerHeight - (Number.parseFloat(style.getPropertyValue('--lab-covered')) || 0),
  };
}
