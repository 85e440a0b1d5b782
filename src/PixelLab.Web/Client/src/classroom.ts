import './classroom/join-room';
import './classroom/open-room';
import { applyTheme } from './theme';

applyTheme();
