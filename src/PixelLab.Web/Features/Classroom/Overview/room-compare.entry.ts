import './room-compare';
import { applyTheme } from '../../../Client/Kit/Page/theme';

applyTheme();
