import './compare/hit-pair';
import { applyTheme } from './theme';

applyTheme();
