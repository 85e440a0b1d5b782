import './classroom/room-compare';
import { applyTheme } from './theme';

applyTheme();
